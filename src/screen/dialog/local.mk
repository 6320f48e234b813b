noinst_LIBRARIES += src/screen/dialog/libdialog.a
src_screen_dialog_libdialog_a_SOURCES = \
	%D%/access_rows.c %D%/access_rows.h \
	%D%/asking.c %D%/asking.h \
	%D%/asking_batch.c \
	%D%/asking_fields.c \
	%D%/asking_heirs.c \
	%D%/asking_many.c \
	%D%/asking_things.c \
	%D%/asset_form.c %D%/asset_form.h \
	%D%/dialog.c %D%/dialog.h \
	%D%/dialog_draw.c \
	%D%/dialog_generic.c \
	%D%/dialog_key.c \
	%D%/dialog_page.c %D%/dialog_top.h \
	%D%/dialog_priv.h \
	%D%/dialog_save.c \
	%D%/drafts.c %D%/drafts.h \
	%D%/give_field.c %D%/give_field.h \
	%D%/list_button.c %D%/list_button.h \
	%D%/marked.c %D%/marked.h \
	%D%/read_only.c %D%/read_only.h \
	%D%/members.c %D%/members.h \
	%D%/numbered.c %D%/numbered.h \
	%D%/picker.c %D%/picker.h \
	%D%/roles.c %D%/roles.h \
	%D%/secret_field.c %D%/secret_field.h
