"""What follows from the journal: results, what to practice again, what to take along."""
