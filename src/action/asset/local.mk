noinst_LIBRARIES += src/action/asset/libaction_asset.a
src_action_asset_libaction_asset_a_SOURCES = \
	%D%/asset_access.c %D%/asset_access.h \
	%D%/asset_read.c %D%/asset_read.h \
	%D%/asset_rows.c %D%/asset_rows.h \
	%D%/asset_values.c %D%/asset_values.h \
	%D%/asset_write.c %D%/asset_write.h \
	%D%/provider_write.c %D%/provider_write.h \
	%D%/token_rows.c %D%/token_rows.h \
	%D%/token_write.c %D%/token_write.h \
	%D%/kind_verbs.c %D%/kind_verbs.h \
	%D%/own_read.c %D%/own_read.h \
	%D%/own_write.c \
	%D%/secret_seen.c %D%/secret_seen.h \
	%D%/value_rows.c %D%/value_rows.h
