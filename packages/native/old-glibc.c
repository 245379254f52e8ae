//  What the compiler's own libraries, and the headers of a glibc since 2.33, want of glibc that 2.28 does not have. The
//  linker takes these, and so the file can be loaded with every glibc with which Node can.

#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <link.h>
#include <stdint.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

//  2.32. Reference counters may do without atomic operations where this is true; Node always has threads.
char __libc_single_threaded = 0;

//  2.33, functions of their own; the kernel fills the structure that they have on 64-bit machines.
int
stat (const char *restrict path, struct stat *restrict buffer)
{
    return (int) syscall (SYS_newfstatat, AT_FDCWD, path, buffer, 0);
}

int
fstat (int descriptor, struct stat *buffer)
{
    return (int) syscall (SYS_fstat, descriptor, buffer);
}

//  2.35. The unwinder asks where the tables of the code at an address are.
typedef struct {
    uintptr_t address;
    struct dl_find_object *result;
} search_t;

static int
s_visit (struct dl_phdr_info *object, size_t size, void *argument)
{
    (void) size;
    search_t *search = (search_t *) argument;
    const ElfW(Phdr) *tables = NULL;
    int contains = 0;
    for (int index = 0; index < object->dlpi_phnum; index++) {
        const ElfW(Phdr) *segment = &object->dlpi_phdr [index];
        uintptr_t start = object->dlpi_addr + segment->p_vaddr;
        if (segment->p_type == PT_GNU_EH_FRAME)
            tables = segment;
        else
        if (segment->p_type == PT_LOAD && search->address >= start && search->address - start < segment->p_memsz)
            contains = 1;
    }
    if (!contains || !tables)
        return 0;
    search->result->dlfo_eh_frame = (void *) (object->dlpi_addr + tables->p_vaddr);
    return 1;
}

int
_dl_find_object (void *address, struct dl_find_object *result)
{
    search_t search = { (uintptr_t) address, result };
    return dl_iterate_phdr (s_visit, &search) ? 0 : -1;
}
