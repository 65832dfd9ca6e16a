"""Every sentence said to a learner."""
