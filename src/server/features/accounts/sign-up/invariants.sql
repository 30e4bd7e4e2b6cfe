-- When an email address gets or loses an account, the pending sign-ups of the address are deleted, so that none of
-- them creates another account later.
-- Test: src/server/features/accounts/sign-up/pending-sign-ups-trigger.test.ts
create trigger users_end_sign_ups_insert after insert on users
begin
  delete from sign_ups where email = new.email;
  delete from email_verifications where email = new.email;
end;

create trigger users_end_sign_ups_update after update of email on users
begin
  delete from sign_ups where email in (old.email, new.email);
  delete from email_verifications where email in (old.email, new.email);
end;

create trigger users_end_sign_ups_delete after delete on users
begin
  delete from sign_ups where email = old.email;
  delete from email_verifications where email = old.email;
end;
