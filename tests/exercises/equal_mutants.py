"""Mutants that mean the same as the solution, or solve the task too, each with why."""

ANY_DESIGN = "another network that does what the task asks for"
STILL_MEANS = "its maximum stays where it was: any row whose peak does so is right"

EQUAL = {}
