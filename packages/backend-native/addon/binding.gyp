{
  'variables': {
    'warnings': ['-Wall', '-Wextra', '-Wno-unused-parameter'],
  },
  'targets': [
    {
      'target_name': 'rxcl',
      'sources': [
        'src/arguments.cc',
        'src/block.cc',
        'src/call.cc',
        'src/command-pool.cc',
        'src/completion.cc',
        'src/context.cc',
        'src/environment.cc',
        'src/ends.cc',
        'src/hand-over.cc',
        'src/handles.cc',
        'src/host-memory.cc',
        'src/host-pool.cc',
        'src/image.cc',
        'src/library.cc',
        'src/memory.cc',
        'src/module.cc',
        'src/pages.cc',
        'src/platform.cc',
        'src/read-call.cc',
        'src/read-image-call.cc',
        'src/read-svm-call.cc',
        'src/submission-thread.cc',
        'src/submit.cc',
        'src/svm.cc',
        'src/teardown.cc',
      ],
      'defines': ['NAPI_VERSION=9'],
      'cflags!': ['-fexceptions'],
      'cflags_cc!': ['-fexceptions', '-std=gnu++17', '-std=gnu++20'],
      'cflags_cc': ['-std=c++20', '-fno-exceptions', '-fno-rtti', '-fvisibility=hidden', '<@(warnings)'],
      'xcode_settings': {
        'CLANG_CXX_LANGUAGE_STANDARD': 'c++20',
        'GCC_ENABLE_CPP_EXCEPTIONS': 'NO',
        'GCC_ENABLE_CPP_RTTI': 'NO',
        'GCC_SYMBOLS_PRIVATE_EXTERN': 'YES',
      },
      'msvs_settings': {
        'VCCLCompilerTool': { 'ExceptionHandling': 0, 'AdditionalOptions': ['/std:c++20'] },
      },
      'conditions': [
        # A driver's threads may still be in the addon when the last environment that loaded it has ended.
        ['OS=="linux"', { 'ldflags': ['-Wl,-z,nodelete'] }],
      ],
      'configurations': {
        # scripts/build-addon.mjs --asan
        'Debug': {
          'cflags': ['-fsanitize=address', '-fno-omit-frame-pointer', '-O1'],
          'ldflags': ['-fsanitize=address'],
        },
      },
    },
  ],
}
