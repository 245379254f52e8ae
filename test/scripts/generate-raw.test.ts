import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { emit } from '../../scripts/generate-raw/emit.ts'
import { type Headers, readHeaders } from '../../scripts/generate-raw/headers.ts'
import { koffiPrototype } from '../../scripts/generate-raw/koffi-types.ts'
import { notes } from '../../scripts/generate-raw/notes.ts'
import { reviewNotes } from '../../scripts/generate-raw/review.ts'
import { method } from '../../scripts/generate-raw/typescript-types.ts'

const ROOT = join(import.meta.dirname, '../..')
const MACROS = `
#define CZMQ_EXPORT __attribute__ ((visibility ("default")))
#define CHECK_PRINTF(a) __attribute__((format (printf, a, a + 1)))
typedef struct _zthing_t zthing_t;
typedef unsigned char byte;
`

/** What the generator reads in a header of the class `zthing`. */
function read(text: string): Headers {
  const folder = mkdtempSync(join(tmpdir(), 'czmq-generate-'))
  try {
    writeFileSync(join(folder, 'czmq.h'), `${MACROS}#include "zthing.h"\n#include "system.h"\n`)
    writeFileSync(join(folder, 'zthing.h'), text)
    writeFileSync(join(folder, 'system.h'), 'extern int not_ours (int argument);\n')
    return readHeaders(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** The one function that a header declares. */
function readOne(text: string): Headers['prototypes'][number] {
  const [prototype, ...others] = read(text).prototypes
  assert.ok(prototype)
  assert.deepEqual(others, [])
  return prototype
}

describe('reading headers', () => {
  it('finds a function, its class and its parameters', () => {
    assert.deepEqual(
      readOne('CZMQ_EXPORT int\n    zthing_count (zthing_t *self, const char *name, size_t size);'),
      {
        name: 'zthing_count',
        class: 'zthing',
        returns: 'int',
        parameters: [
          { type: 'zthing_t *', name: 'self' },
          { type: 'const char *', name: 'name' },
          { type: 'size_t', name: 'size' },
        ],
        variadic: false,
        draft: false,
      },
    )
  })

  it('takes void for no parameters', () => {
    assert.deepEqual(readOne('CZMQ_EXPORT zthing_t *zthing_new (void);').parameters, [])
    assert.deepEqual(readOne('CZMQ_EXPORT zthing_t *zthing_new ();').parameters, [])
  })

  it('names parameters that have no name', () => {
    assert.deepEqual(
      readOne('CZMQ_EXPORT void zthing_set (zthing_t *self, int, const byte *);').parameters.map(
        (each) => each.name,
      ),
      ['self', 'argument1', 'argument2'],
    )
  })

  it('drops underscores at the end of a name', () => {
    assert.equal(readOne('CZMQ_EXPORT void zthing_set (int value_);').parameters[0]?.name, 'value')
  })

  it('takes pointers to pointers as one type', () => {
    const { parameters, returns } = readOne(
      'CZMQ_EXPORT const char **zthing_all (zthing_t **self_p, char **text);',
    )
    assert.deepEqual(
      parameters.map((each) => each.type),
      ['zthing_t **', 'char **'],
    )
    assert.equal(returns, 'const char **')
  })

  it('tells variable arguments, and forgets attributes', () => {
    const prototype = readOne(
      'CZMQ_EXPORT void zthing_print (zthing_t *self, const char *format, ...) CHECK_PRINTF (2);',
    )
    assert.equal(prototype.variadic, true)
    assert.deepEqual(
      prototype.parameters.map((each) => each.name),
      ['self', 'format'],
    )
  })

  it('marks as a draft what is declared with the draft API only', () => {
    const { prototypes } = read(`CZMQ_EXPORT int zthing_old (void);
      #ifdef CZMQ_BUILD_DRAFT_API
      CZMQ_EXPORT int zthing_young (void);
      #endif`)
    assert.deepEqual(
      prototypes.map((each) => [each.name, each.draft]),
      [
        ['zthing_old', false],
        ['zthing_young', true],
      ],
    )
  })

  it('takes a function once that is declared twice', () => {
    readOne('CZMQ_EXPORT int zthing_one (void);\nCZMQ_EXPORT int zthing_one (void);')
  })

  it('passes over everything that is no exported function', () => {
    const { prototypes } = read(`
      int zthing_internal (void);
      extern int zthing_variable;
      static inline int zthing_inline (void) { return 0; }
      typedef int (zthing_fn) (int argument);
      struct zthing { int member; };
      enum { ZTHING_ONE = 1 };`)
    assert.deepEqual(prototypes, [])
  })

  it('finds callback types', () => {
    const { callbacks } = read('typedef void (zthing_free_fn) (void *data, int size);')
    assert.deepEqual(callbacks.get('zthing_free_fn'), {
      name: 'zthing_free_fn',
      returns: 'void',
      parameters: [
        { type: 'void *', name: 'data' },
        { type: 'int', name: 'size' },
      ],
    })
  })

  it('evaluates macros that are numbers', () => {
    const { constants } = read(`
      #define ZMQ_ONE 1
      #define ZMQ_HEXADECIMAL 0x1F
      #define ZMQ_NEGATIVE -1
      #define ZMQ_SUM (ZMQ_ONE + 41)
      #define ZMQ_FLAGS (ZMQ_ONE | 6)
      #define ZMQ_ALIAS ZMQ_SUM
      #define ZMQ_TEXT "text"
      #define ZMQ_CALL(x) (x)
      #define ZMQ_LOOP ZMQ_LOOP
      #define EFSM (ZMQ_ONE + 1)
      #define OTHER 7`)
    assert.deepEqual(
      [...constants],
      [
        ['EFSM', 2],
        ['ZMQ_ALIAS', 42],
        ['ZMQ_FLAGS', 7],
        ['ZMQ_HEXADECIMAL', 31],
        ['ZMQ_NEGATIVE', -1],
        ['ZMQ_ONE', 1],
        ['ZMQ_SUM', 42],
      ],
    )
  })
})

describe('the prototypes for koffi', () => {
  const cases: [string, string, Parameters<typeof koffiPrototype>[1]][] = [
    ['_Bool zthing_is (void *self);', 'bool zthing_is(void * self)', {}],
    ['byte *zthing_data (zthing_t *self);', 'void * zthing_data(void * self)', {}],
    ['char *zthing_text (zthing_t *self);', 'str! zthing_text(void * self)', { returns: 'fresh' }],
    ['char *zthing_text (zthing_t *self);', 'const char * zthing_text(void * self)', { returns: 'borrowed' }],
    ['void zthing_destroy (zthing_t **self_p);', 'void zthing_destroy(_Inout_ void ** self_p)', {}],
    ['void zthing_version (int *major);', 'void zthing_version(_Inout_ int * major)', {}],
    [
      'void zthing_print (const char *format, ...);',
      'void zthing_print(const char * format, ...)',
      { variadic: 'format' },
    ],
  ]

  for (const [declaration, expected, note] of cases) {
    it(`make ${expected}`, () => {
      assert.equal(koffiPrototype(readOne(`CZMQ_EXPORT ${declaration}`), note), expected)
    })
  }
})

describe('the TypeScript declarations', () => {
  it('say who owns what, and what may be null', () => {
    const prototype = readOne(
      'CZMQ_EXPORT zthing_t *zthing_swap (zthing_t **other_p, const char *name, zthing_t *keep);',
    )
    const note = {
      returns: 'fresh',
      takes: ['other_p'],
      keeps: ['keep'],
      nullable: ['name'],
      blocks: true,
    } as const
    const text = method(prototype, {
      ...note,
      takes: [...note.takes],
      keeps: [...note.keeps],
      nullable: [...note.nullable],
    })
    assert.match(text, /can block; fresh; takes other_p; keeps keep/)
    assert.match(
      text,
      /zthing_swap\(other_p: Ref<Pointer<'zthing_t'>>, name: string \| null, keep: Pointer<'zthing_t'>\): Pointer<'zthing_t'> \| null/,
    )
  })

  it('say that a function is a draft', () => {
    const draft = { ...readOne('CZMQ_EXPORT int zthing_one (void);'), draft: true }
    assert.match(method(draft, {}), /; draft\. \*\/\n {2}zthing_one\(\): number/)
  })
})

describe('the review of the notes', () => {
  const review = (text: string, reviewed: Parameters<typeof reviewNotes>[1]) =>
    reviewNotes(read(text), reviewed)

  it('is content when everything is said', () => {
    assert.deepEqual(
      review('CZMQ_EXPORT zthing_t *zthing_new (void);', { zthing_new: { returns: 'fresh' } }),
      [],
    )
    assert.deepEqual(review('CZMQ_EXPORT int zthing_count (const char *name);', {}), [])
  })

  it('finds a note about nothing', () => {
    assert.deepEqual(review('CZMQ_EXPORT int zthing_one (void);', { zthing_two: {} }), [
      'zthing_two: noted, but no header declares it',
    ])
  })

  it('finds a parameter that does not exist', () => {
    for (const word of ['takes', 'keeps', 'nullable']) {
      assert.deepEqual(
        review('CZMQ_EXPORT int zthing_one (int a);', { zthing_one: { [word]: ['a', 'b'] } }),
        ['zthing_one: has no parameter b'],
      )
    }
  })

  it('finds a pointer that nobody owns', () => {
    assert.deepEqual(review('CZMQ_EXPORT zthing_t *zthing_first (zthing_t *self);', {}), [
      'zthing_first: say whether zthing_t * is fresh or borrowed',
    ])
  })

  it('finds variable arguments that nobody can read', () => {
    assert.deepEqual(review('CZMQ_EXPORT int zthing_print (const char *format, ...);', {}), [
      'zthing_print: say how its variable arguments are read',
    ])
  })

  it('finds a callback of which nobody knows when it is called', () => {
    assert.deepEqual(
      review(
        'typedef void (zthing_free_fn) (void *data);\nCZMQ_EXPORT int zthing_free (zthing_free_fn handler);',
        {},
      ),
      ['zthing_free: say when its callback is called'],
    )
  })

  it('is content with the notes that there are', () => {
    assert.deepEqual(reviewNotes(readHeaders(), notes), [])
  })
})

describe('the generated files', () => {
  it('are one for each class, and what they have in common', () => {
    const files = emit(read('CZMQ_EXPORT int zthing_one (int a);\n#define ZMQ_ONE 1'), {})
    assert.deepEqual([...files.keys()].sort(), ['callbacks.ts', 'constants.ts', 'index.ts', 'zthing.ts'])
    assert.match(files.get('zthing.ts') ?? '', /zthing_one: 'int zthing_one\(int a\)'/)
    assert.match(files.get('constants.ts') ?? '', /export const ONE = 1/)
  })

  it('are the committed ones', async () => {
    const script = join(ROOT, 'scripts/generate-raw.ts')
    const { stderr } = await promisify(execFile)(process.execPath, ['--import', 'tsx', script, '--check'], {
      cwd: ROOT,
    })
    assert.equal(stderr, '')
  })
})
