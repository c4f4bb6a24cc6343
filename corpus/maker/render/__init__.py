"""One renderer for each file format; all print the same paper."""
