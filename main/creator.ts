// Who writes notes on this machine, as the notes say it: the name the system knows the person by.
import { userInfo } from 'node:os'

/** The user's name; where the system has no entry for the user (containers, some directories), what the environment says. */
export function creatorName(environment: NodeJS.ProcessEnv, ask: () => string = () => userInfo().username): string {
  try {
    return ask()
  } catch {
    return environment.USER ?? environment.USERNAME ?? ''
  }
}
