"""What the report is drawn with: HTML templates, style and script."""
