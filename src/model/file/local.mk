# What stands behind workspace_file.h.
src_model_libmodel_a_SOURCES += \
	%D%/csv_priv.h \
	%D%/file_accounts.c \
	%D%/file_assets.c \
	%D%/file_bulk.c \
	%D%/file_check.c \
	%D%/file_csv.c \
	%D%/file_folder.c \
	%D%/file_json.c \
	%D%/file_merge.c \
	%D%/file_place.c \
	%D%/file_priv.h \
	%D%/file_projects.c \
	%D%/file_read.c \
	%D%/file_records.c \
	%D%/file_write.c \
	%D%/rows_priv.h
