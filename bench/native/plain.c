// What a plain C program gets from the driver, for bench/src/native: the same commands as the operators, nothing else.
// No OpenCL headers: the few types and constants that are used are written out. Prints one JSON object.
#include <dlfcn.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

typedef int32_t cl_int;
typedef uint32_t cl_uint;
typedef uint64_t cl_ulong;
typedef void *handle;
typedef struct { cl_uint order, type; } image_format;
typedef struct {
  cl_uint type; size_t width, height, depth, array_size, row_pitch, slice_pitch; cl_uint levels, samples; handle buffer;
} image_desc;

static void *library;
#define LOAD(result, name, ...) static result (*name)(__VA_ARGS__)
LOAD(cl_int, clGetPlatformIDs, cl_uint, handle *, cl_uint *);
LOAD(cl_int, clGetDeviceIDs, handle, cl_ulong, cl_uint, handle *, cl_uint *);
LOAD(handle, clCreateContext, const intptr_t *, cl_uint, const handle *, void *, void *, cl_int *);
LOAD(handle, clCreateCommandQueue, handle, handle, cl_ulong, cl_int *);
LOAD(handle, clCreateBuffer, handle, cl_ulong, size_t, void *, cl_int *);
LOAD(handle, clCreateImage, handle, cl_ulong, const image_format *, const image_desc *, void *, cl_int *);
LOAD(void *, clSVMAlloc, handle, cl_ulong, size_t, cl_uint);
LOAD(cl_int, clEnqueueCopyBuffer, handle, handle, handle, size_t, size_t, size_t, cl_uint, const handle *, handle *);
LOAD(cl_int, clEnqueueReadBuffer, handle, handle, cl_uint, size_t, size_t, void *, cl_uint, const handle *, handle *);
LOAD(cl_int, clEnqueueWriteBuffer, handle, handle, cl_uint, size_t, size_t, const void *, cl_uint, const handle *, handle *);
LOAD(cl_int, clEnqueueWriteImage, handle, handle, cl_uint, const size_t *, const size_t *, size_t, size_t, const void *, cl_uint, const handle *, handle *);
LOAD(cl_int, clEnqueueCopyImageToBuffer, handle, handle, handle, const size_t *, const size_t *, size_t, cl_uint, const handle *, handle *);
LOAD(cl_int, clEnqueueSVMMemcpy, handle, cl_uint, void *, const void *, size_t, cl_uint, const handle *, handle *);
LOAD(cl_int, clSetEventCallback, handle, cl_int, void (*)(handle, cl_int, void *), void *);
LOAD(cl_int, clGetEventProfilingInfo, handle, cl_uint, size_t, void *, size_t *);
LOAD(cl_int, clWaitForEvents, cl_uint, const handle *);
LOAD(cl_int, clReleaseEvent, handle);
LOAD(cl_int, clFlush, handle);
LOAD(cl_int, clFinish, handle);

static void fail(const char *what, cl_int status) {
  fprintf(stderr, "%s: %d\n", what, status);
  exit(1);
}
static void check(const char *what, cl_int status) {
  if (status != 0) fail(what, status);
}
static void *entry(const char *name) {
  void *found = dlsym(library, name);
  if (found == NULL) fail(name, 0);
  return found;
}
static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1e6 + t.tv_nsec / 1e3;
}
static int ascending(const void *a, const void *b) {
  double d = *(const double *)a - *(const double *)b;
  return d < 0 ? -1 : d > 0;
}
static double median(double *values, int n) {
  qsort(values, n, sizeof *values, ascending);
  return values[n / 2];
}

enum { COMMANDS = 20000, ROUNDS = 5, SINGLES = 2000, SIDE = 4096 };
static const size_t BIG = (size_t)SIDE * SIDE * 4;
static _Atomic int completed;
static handle events[COMMANDS];

static void on_complete(handle event, cl_int status, void *data) {
  (void)event, (void)status, (void)data;
  atomic_fetch_add(&completed, 1);
}

static double device_ms(handle event) {
  cl_ulong start = 0, end = 0;
  check("profile", clGetEventProfilingInfo(event, 0x1282, sizeof start, &start, NULL));
  check("profile", clGetEventProfilingInfo(event, 0x1283, sizeof end, &end, NULL));
  return (end - start) / 1e6;
}

int main(void) {
  library = dlopen("libOpenCL.so.1", RTLD_NOW);
  if (library == NULL) fail("libOpenCL.so.1", 0);
#define GET(name) *(void **)&name = entry(#name)
  GET(clGetPlatformIDs); GET(clGetDeviceIDs); GET(clCreateContext); GET(clCreateCommandQueue); GET(clCreateBuffer);
  GET(clCreateImage); GET(clSVMAlloc); GET(clEnqueueCopyBuffer); GET(clEnqueueReadBuffer); GET(clEnqueueWriteBuffer);
  GET(clEnqueueWriteImage); GET(clEnqueueCopyImageToBuffer); GET(clEnqueueSVMMemcpy); GET(clSetEventCallback);
  GET(clGetEventProfilingInfo); GET(clWaitForEvents); GET(clReleaseEvent); GET(clFlush); GET(clFinish);

  handle platform, device;
  cl_int status = 0;
  check("platforms", clGetPlatformIDs(1, &platform, NULL));
  check("devices", clGetDeviceIDs(platform, 0xFFFFFFFF, 1, &device, NULL));
  handle context = clCreateContext(NULL, 1, &device, NULL, NULL, &status);
  check("context", status);
  handle queue = clCreateCommandQueue(context, device, 0, &status);
  check("queue", status);
  handle profiling = clCreateCommandQueue(context, device, 2, &status);
  check("profiling queue", status);
  handle a = clCreateBuffer(context, 1, 64, NULL, &status), b = clCreateBuffer(context, 1, 64, NULL, &status);
  check("buffers", status);

  double enqueue[ROUNDS + 1], pipelined[ROUNDS + 1], single[ROUNDS + 1];
  for (int round = 0; round <= ROUNDS; round++) {
    completed = 0;
    double begin = now();
    for (int i = 0; i < COMMANDS; i++)
      check("copy", clEnqueueCopyBuffer(queue, i % 2 ? b : a, i % 2 ? a : b, 0, 0, 64, 0, NULL, &events[i]));
    enqueue[round] = (now() - begin) / COMMANDS;
    clFinish(queue);
    for (int i = 0; i < COMMANDS; i++) clReleaseEvent(events[i]);

    begin = now();
    for (int i = 0; i < COMMANDS; i++) {
      check("copy", clEnqueueCopyBuffer(queue, i % 2 ? b : a, i % 2 ? a : b, 0, 0, 64, 0, NULL, &events[i]));
      check("callback", clSetEventCallback(events[i], 0, on_complete, NULL));
    }
    clFlush(queue);
    while (atomic_load(&completed) < COMMANDS) {
      struct timespec pause = {0, 20000};
      nanosleep(&pause, NULL);
    }
    pipelined[round] = (now() - begin) / COMMANDS;
    for (int i = 0; i < COMMANDS; i++) clReleaseEvent(events[i]);

    begin = now();
    for (int i = 0; i < SINGLES; i++) {
      handle event;
      check("copy", clEnqueueCopyBuffer(queue, a, b, 0, 0, 64, 0, NULL, &event));
      check("wait", clWaitForEvents(1, &event));
      clReleaseEvent(event);
    }
    single[round] = (now() - begin) / SINGLES;
  }

  image_format format = {0x10B5, 0x10D2};
  image_desc desc = {0x10F1, SIDE, SIDE, 0, 0, 0, 0, 0, 0, NULL};
  handle image = clCreateImage(context, 1, &format, &desc, NULL, &status);
  check("image", status);
  handle buffer = clCreateBuffer(context, 1, BIG, NULL, &status);
  check("buffer", status);
  char *host = malloc(BIG);
  memset(host, 1, BIG);
  size_t origin[3] = {0, 0, 0}, region[3] = {SIDE, SIDE, 1};
  check("write image", clEnqueueWriteImage(profiling, image, 1, origin, region, 0, 0, host, 0, NULL, NULL));
  check("write buffer", clEnqueueWriteBuffer(profiling, buffer, 1, 0, BIG, host, 0, NULL, NULL));
  void *svm_a = clSVMAlloc(context, 1, BIG, 0), *svm_b = clSVMAlloc(context, 1, BIG, 0);
  int svm = svm_a != NULL && svm_b != NULL;
  if (svm) check("svm", clEnqueueSVMMemcpy(profiling, 1, svm_a, host, BIG, 0, NULL, NULL));

  enum { LARGE = 11 };
  double wall[3][LARGE], onDevice[3][LARGE];
  for (int round = -2; round < LARGE; round++)
    for (int kind = 0; kind < 3; kind++) {
      handle event;
      if (kind == 1 && !svm) { if (round >= 0) wall[1][round] = onDevice[1][round] = 0; continue; }
      double begin = now();
      if (kind == 0) check("image", clEnqueueCopyImageToBuffer(profiling, image, buffer, origin, region, 0, 0, NULL, &event));
      else if (kind == 1) check("svm", clEnqueueSVMMemcpy(profiling, 0, svm_b, svm_a, BIG, 0, NULL, &event));
      else check("read", clEnqueueReadBuffer(profiling, buffer, 0, 0, BIG, host, 0, NULL, &event));
      check("wait", clWaitForEvents(1, &event));
      if (round >= 0) wall[kind][round] = (now() - begin) / 1e3, onDevice[kind][round] = device_ms(event);
      clReleaseEvent(event);
    }

  printf("{\"enqueue\":%g,\"pipelined\":%g,\"single\":%g,", median(enqueue + 1, ROUNDS), median(pipelined + 1, ROUNDS),
         median(single + 1, ROUNDS));
  const char *names[3] = {"copyImageToBuffer", "svmMemcpy", "readBuffer"};
  for (int kind = 0; kind < 3; kind++)
    printf("\"%s\":{\"wall\":%g,\"device\":%g}%s", names[kind], median(wall[kind], LARGE), median(onDevice[kind], LARGE),
           kind < 2 ? "," : "}\n");
  return 0;
}
