"""What to do next: question, advice, next set, first load, stalls."""
