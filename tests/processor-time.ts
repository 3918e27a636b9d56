/** This process so far → the processor time it took, ms: what a bound on work measures where other work shares the machine. */
export function processorMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
