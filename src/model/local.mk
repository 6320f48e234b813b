noinst_LIBRARIES += src/model/libmodel.a
# A kind's number is its place here.
KINDS =
src_model_libmodel_a_SOURCES = \
	%D%/edit.h %D%/facts.h %D%/kind.h %D%/level.h %D%/workspace_file.h \
	$(KINDS)
