"""What follows from the journal: results, what to practise again, what to take along."""
