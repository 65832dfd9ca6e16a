"""The takeaway: one page of what a learner did and should keep, as Markdown, HTML or data."""
