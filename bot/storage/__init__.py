"""What the bot remembers, and the only room with Redis in it.

`store` is the memory itself, `connect` opens it from a URL, `embedded` runs a private server where there is none,
`keys` has every name and every lifetime on one page, `codec` turns values into bytes and back.
"""
