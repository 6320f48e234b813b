noinst_LIBRARIES += src/action/vault/libaction_vault.a
src_action_vault_libaction_vault_a_SOURCES = \
	%D%/vault_door.c %D%/vault_door.h \
	%D%/vault_input.c %D%/vault_input.h \
	%D%/vault_maker.c %D%/vault_maker.h \
	%D%/vault_people.c %D%/vault_people.h \
	%D%/vault_place.c %D%/vault_place.h \
	%D%/vault_readers.c %D%/vault_readers.h \
	%D%/vault_roster.c %D%/vault_roster.h \
	%D%/vault_session.c %D%/vault_session.h \
	%D%/vault_typed.c %D%/vault_typed.h %D%/typed_keep.h \
	%D%/vault_values.c %D%/vault_values.h
