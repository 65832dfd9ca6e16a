"""The author's preview: the scenario as a learner sees it, beside its scenes and what is wrong with it."""
