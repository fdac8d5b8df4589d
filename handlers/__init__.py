"""The front desks: Slack, the web and the terminal. They read what comes in, hand it to the newsroom, and post."""
