"""Playing: the state machine, judging and scoring. Pure: knows no screen, no disk and no clock."""
