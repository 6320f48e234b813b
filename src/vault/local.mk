noinst_LIBRARIES += src/vault/libvault.a
src_vault_libvault_a_SOURCES = \
	%D%/fields.c %D%/fields.h \
	%D%/grant.c %D%/grant.h \
	%D%/identity.c %D%/identity.h \
	%D%/kdf.c %D%/kdf.h \
	%D%/locked.c %D%/locked.h \
	%D%/locked_text.c %D%/locked_text.h \
	%D%/recovery.c %D%/recovery.h \
	%D%/sealed.c %D%/sealed.h \
	%D%/value_hash.c %D%/value_hash.h \
	%D%/vault_key.c %D%/vault_key.h
