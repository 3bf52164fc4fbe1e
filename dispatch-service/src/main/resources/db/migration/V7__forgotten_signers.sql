-- Who signed is forgotten with the contact; that it was signed, when, and which document stays.
alter table signature alter column signer_name drop not null, alter column strokes drop not null, alter column remote_address drop not null;
