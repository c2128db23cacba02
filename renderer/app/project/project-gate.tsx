import { Workbench } from '../layout/workbench'

/** Shows the workbench once the project is open. */
export function ProjectGate() {
  return <Workbench project="current" />
}
