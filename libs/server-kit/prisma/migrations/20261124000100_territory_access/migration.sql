-- Territory: Kemendagri codes with the version they come from, and the other names people write.
CREATE TABLE region (
  code     text PRIMARY KEY,
  level    smallint NOT NULL CHECK (level BETWEEN 1 AND 4),
  parent   text REFERENCES region (code),
  name     text NOT NULL,
  name_key text NOT NULL,
  version  text NOT NULL
);
CREATE INDEX region_parent ON region (parent);
CREATE INDEX region_name_key ON region USING gin (name_key gin_trgm_ops);

CREATE TABLE region_alias (
  id          uuid PRIMARY KEY,
  region_code text NOT NULL REFERENCES region (code),
  alias       text NOT NULL,
  alias_key   text NOT NULL,
  created_by  text NOT NULL,
  created_at  timestamptz(3) NOT NULL,
  UNIQUE (region_code, alias_key)
);

-- Sign-in: the tables of better-auth, under our names.
CREATE TABLE auth_user (
  id                 text PRIMARY KEY,
  name               text NOT NULL,
  email              text NOT NULL UNIQUE,
  email_verified     boolean NOT NULL DEFAULT false,
  image              text,
  username           text UNIQUE,
  display_username   text,
  two_factor_enabled boolean DEFAULT false,
  created_at         timestamptz(3) NOT NULL DEFAULT now(),
  updated_at         timestamptz(3) NOT NULL DEFAULT now(),
  language           text NOT NULL DEFAULT 'id',
  position           text NOT NULL DEFAULT '',
  disabled_at        timestamptz(3)
);
CREATE TABLE auth_session (
  id         text PRIMARY KEY,
  user_id    text NOT NULL REFERENCES auth_user (id) ON DELETE CASCADE,
  token      text NOT NULL UNIQUE,
  expires_at timestamptz(3) NOT NULL,
  ip_address text,
  user_agent text,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  updated_at timestamptz(3) NOT NULL DEFAULT now()
);
CREATE INDEX auth_session_user ON auth_session (user_id);
CREATE TABLE auth_account (
  id                       text PRIMARY KEY,
  user_id                  text NOT NULL REFERENCES auth_user (id) ON DELETE CASCADE,
  account_id               text NOT NULL,
  provider_id              text NOT NULL,
  access_token             text,
  refresh_token            text,
  id_token                 text,
  access_token_expires_at  timestamptz(3),
  refresh_token_expires_at timestamptz(3),
  scope                    text,
  password                 text,
  created_at               timestamptz(3) NOT NULL DEFAULT now(),
  updated_at               timestamptz(3) NOT NULL DEFAULT now()
);
CREATE INDEX auth_account_user ON auth_account (user_id);
CREATE TABLE auth_verification (
  id         text PRIMARY KEY,
  identifier text NOT NULL,
  value      text NOT NULL,
  expires_at timestamptz(3) NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  updated_at timestamptz(3) NOT NULL DEFAULT now()
);
CREATE INDEX auth_verification_identifier ON auth_verification (identifier);
CREATE TABLE auth_two_factor (
  id           text PRIMARY KEY,
  user_id      text NOT NULL REFERENCES auth_user (id) ON DELETE CASCADE,
  secret       text NOT NULL,
  backup_codes text NOT NULL,
  verified     boolean DEFAULT true,
  failed_verification_count integer DEFAULT 0,
  locked_until timestamptz(3)
);
CREATE INDEX auth_two_factor_user ON auth_two_factor (user_id);
CREATE TABLE auth_rate_limit (
  id           text PRIMARY KEY,
  key          text NOT NULL UNIQUE,
  count        integer NOT NULL,
  last_request bigint NOT NULL
);

-- Roles and areas are ours. A grant ends, it is not deleted.
CREATE TABLE access_grant (
  id              uuid PRIMARY KEY,
  user_id         text NOT NULL REFERENCES auth_user (id),
  role            text NOT NULL CHECK (role IN ('admin','operator','verifikator','kabid','kepala','bendahara','pendamping','pimpinan','auditor')),
  area            text NOT NULL,
  granted_by      text NOT NULL,
  granted_at      timestamptz(3) NOT NULL,
  ended_at        timestamptz(3),
  CHECK (ended_at IS NULL OR ended_at >= granted_at)
);
CREATE UNIQUE INDEX access_grant_once ON access_grant (user_id, role, area) WHERE ended_at IS NULL;

CREATE TABLE saved_view (
  id         uuid PRIMARY KEY,
  user_id    text NOT NULL REFERENCES auth_user (id),
  screen     text NOT NULL,
  name       text NOT NULL,
  query      text NOT NULL,
  created_at timestamptz(3) NOT NULL,
  UNIQUE (user_id, screen, name)
);
