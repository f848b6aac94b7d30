"""A deck of slides for each lesson, from the lesson's own cells: `make slides`."""
