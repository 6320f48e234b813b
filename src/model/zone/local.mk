# What time zones there are.
src_model_libmodel_a_SOURCES += \
	%D%/zone_names.c %D%/zone_names.h
