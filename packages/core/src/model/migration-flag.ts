/** cl_mem_migration_flags without the CL_MIGRATE_MEM_OBJECT_ prefix. */
export const MIGRATION_FLAGS = ['HOST', 'CONTENT_UNDEFINED'] as const

/** One of MIGRATION_FLAGS. */
export type MigrationFlag = (typeof MIGRATION_FLAGS)[number]
