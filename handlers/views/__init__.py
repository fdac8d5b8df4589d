"""Values become what Slack shows: plain dicts of Block Kit and text (pure). Nothing here talks to Slack."""
