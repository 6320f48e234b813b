# Facts as a block of memory, and whether two hold the same.
src_model_libmodel_a_SOURCES += \
	%D%/facts_differ.c %D%/facts_differ.h \
	%D%/facts_image.c %D%/facts_image.h \
	%D%/facts_order.c %D%/facts_order.h
