"""Who is who: persons and bodies, what a mention means, roles."""
