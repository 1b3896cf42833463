const MACHINE_PATH =
  /(?<![\w.~/-])\/(?:home|root|work|tmp|var|usr|opt|mnt|etc|srv|Users|Volumes)\/[^\s)`'"]*|\b[A-Z]:\\\S*/g
const HOST = /\bhttps?:\/\/([^/\s)`'"]+)/g
const REGISTRY =
  /^(?!registry\.khronos\.org$)(?:.*\.)?(?:registry|npmjs|npm|unpkg|jfrog|artifactory|nexus|verdaccio|mirrors?|proxy)[.-]/
const HERE = /^(?:localhost|\d+\.\d+\.\d+\.\d+|[^.]+)(?::\d+)?$/

/** Absolute paths of some machine. */
export const machinePaths = (document: string): readonly string[] =>
  [...document.matchAll(MACHINE_PATH)].map(([path]) => path)

/** Hosts of package registries, of proxies and of local networks. The specification's own host is none. */
export const registryHosts = (document: string): readonly string[] =>
  [...document.matchAll(HOST)]
    .map(([, host = '']) => host)
    .filter((host) => REGISTRY.test(host) || HERE.test(host) || /:\d+$/.test(host))
