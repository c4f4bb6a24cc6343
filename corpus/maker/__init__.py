"""Makes public disclosures from figures: the forms, sentences and files that the tests and the demo read."""
