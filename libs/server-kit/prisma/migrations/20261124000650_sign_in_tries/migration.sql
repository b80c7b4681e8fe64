-- Wrong passwords in a row, by the name that was typed (also one that nobody has, so that guessing names tells nothing).
CREATE TABLE auth_wrong_try (
  username text PRIMARY KEY,
  tries    integer NOT NULL CHECK (tries > 0),
  last_at  timestamptz(3) NOT NULL
);
