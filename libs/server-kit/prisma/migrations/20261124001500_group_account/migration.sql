-- Which membership a sign-in for a group was given to. Whether it still opens stands in access_grant and auth_user alone.
CREATE TABLE group_account (
  user_id       text PRIMARY KEY REFERENCES auth_user (id),
  group_id      uuid NOT NULL REFERENCES kube_group (id),
  membership_id uuid NOT NULL REFERENCES membership (id)
);
CREATE INDEX group_account_of ON group_account (group_id);
CREATE INDEX group_account_membership ON group_account (membership_id);
