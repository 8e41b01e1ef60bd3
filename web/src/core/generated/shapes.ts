/** From iron.records.bodies: written by scripts/write_generated.py, do not edit. */

/**
 * By shape: its keys with s (string), n (number), b (boolean), o (object), * (anything), the name of a
 * shape, or [] around one of these for a list; ! marks a key that is always there.
 */
export const SHAPES: Readonly<Record<string, readonly string[]>> = {
  AliasBody: [
    'name:s!', 'exercise:s!', 'machine:s', 'side:s', 'setup:o',
  ],
  AliasWithBody: [
    'machine:WornMachineBody', 'side:s', 'setup:o',
  ],
  BlockBody: [
    'name:s!', 'start:s!', 'program:s', 'ended:s', 'order:s', 'pauses:[PauseBody]', 'weeks:[BlockWeekBody]',
  ],
  BlockDayBody: [
    'id:s!', 'date:s!', 'name:s', 'skipped:b', 'slots:[BlockSlotBody]',
  ],
  BlockSlotBody: [
    'id:s!', 'exercise:s!', 'sets:n!', 'reps_low:n!', 'reps_high:n!', 'rir:n', 'setup:o', 'note:s',
    'reminder:s', 'deload:b',
  ],
  BlockWeekBody: [
    'id:s!', 'days:[BlockDayBody]', 'deload:b',
  ],
  CommentBody: [
    'workout:s!', 'text:s!', 'at:s!', 'offset:n', 'entry:s', 'set:s', 'by:s', 'author:s',
  ],
  DepthBody: [
    'value:n', 'how:s', 'class:s',
  ],
  DistanceBody: [
    'value:n!', 'unit:s!',
  ],
  EntryBody: [
    'id:s!', 'exercise:s!', 'order:s', 'machine:WornMachineBody', 'group:s', 'note:s', 'rest_s:n',
    'plan:PlanBody', 'bar:LoadBody', 'slot:s', 'sets:[SetBody]',
  ],
  ExerciseBody: [
    'name:s!', 'names:[s]', 'equipment:s', 'muscles:o', 'load_meaning:s', 'implements:n', 'log:[s]',
    'unilateral:b', 'rep_range:RepRangeBody', 'variables:[OwnVariableBody]', 'faults:[OwnFaultBody]',
    'note:s', 'imported_name:s', 'alias_of:s', 'alias_with:AliasWithBody',
  ],
  FrictionBody: [
    'mu:n!', 'how:s!',
  ],
  GymBody: [
    'name:s!', 'unit:s', 'plates:*', 'bars:[n]', 'dumbbells:[n]', 'note:s',
  ],
  ImportBody: [
    'format:s!', 'file:s', 'file_name:s', 'at:s', 'unit:s', 'documents:[*]', 'workouts:n', 'sets:n',
    'taken_back:b',
  ],
  LoadBody: [
    'value:n!', 'unit:s!',
  ],
  MachineBody: [
    'name:s!', 'exercise:s', 'gym:s', 'unit:s', 'base_kg:n', 'base_known:b', 'angle_deg:n',
    'friction:FrictionBody', 'plates:*', 'sides:n', 'stack:[n]', 'note:s',
  ],
  MarkedDaysBody: [
    'to:s!', 'cause:s!',
  ],
  MeasurementBody: [
    'at:s!', 'what:s!', 'value:n!', 'unit:s', 'side:s', 'note:s',
  ],
  OwnChoiceBody: [
    'id:s!', 'name:s!',
  ],
  OwnFaultBody: [
    'id:s!', 'name:s!', 'cure:s',
  ],
  OwnVariableBody: [
    'id:s!', 'name:s!', 'type:s!', 'splits:b', 'values:[OwnChoiceBody]', 'unit:s', 'min:n', 'max:n',
    'step:n', 'measure:s',
  ],
  PauseBody: [
    'id:s!', 'from:s!', 'to:s', 'cause:s',
  ],
  PlanBody: [
    'sets:n', 'reps_low:n', 'reps_high:n', 'rir:n', 'setup:o', 'deload:b',
  ],
  PlanEditBody: [
    'do:s!', 'ahead:b!', 'slot:s', 'day:s', 'key:s', 'values:SlotValuesBody',
  ],
  PlannedDayBody: [
    'id:s!', 'day:s!', 'sets:n',
  ],
  ProposalBody: [
    'what:s!', 'name:s!', 'at:s!', 'text:o', 'target:s', 'edits:[PlanEditBody]', 'note:s', 'by:s',
    'author:s', 'answer:s', 'answered_at:s', 'reply:s', 'before:o',
  ],
  RepRangeBody: [
    'low:n!', 'high:n!',
  ],
  RunDayBody: [
    'id:s!', 'cycle:n!', 'week:n!', 'day:n!', 'answers:o',
  ],
  SetBody: [
    'id:s!', 'order:s', 'kind:s', 'load:LoadBody', 'as_lifted:LoadBody', 'reps:n', 'duration_s:n',
    'distance:DistanceBody', 'side:s', 'rir:n', 'failure:b', 'setup:o', 'depth:DepthBody', 'tempo:s',
    'rest_s:n', 'faults:[s]', 'note:s', 'done_at:s', 'target:TargetBody', 'flags:[s]', 'source:o',
  ],
  SettingsBody: [
    'unit:s', 'week_start:s', 'theme:s', 'rest_s:n', 'rest_by_exercise:o', 'notes:o', 'reference_depth:o',
    'height_m:n', 'mass_kg:n', 'buzz:b', 'keys:b', 'plate_colours:o', 'marked:o', 'week_goal:WeekGoalBody',
  ],
  SlotValuesBody: [
    'exercise:s', 'sets:n', 'reps_low:n', 'reps_high:n', 'rir:n', 'setup:o',
  ],
  TargetBody: [
    'load:LoadBody', 'reps_low:n', 'reps_high:n', 'rir:n',
  ],
  WeekGoalBody: [
    'count:n!', 'what:s!',
  ],
  WorkoutBody: [
    'start:s!', 'offset:n', 'end:s', 'title:s', 'note:s', 'gym:s', 'source:o', 'block:PlannedDayBody',
    'run:RunDayBody', 'entries:[EntryBody]',
  ],
  WornMachineBody: [
    'id:s', 'name:s', 'gym:s', 'base_kg:n', 'angle_deg:n',
  ],
}

export const KIND_SHAPES: Readonly<Partial<Record<string, string>>> = {
  workout: 'WorkoutBody',
  machine: 'MachineBody',
  gym: 'GymBody',
  exercise: 'ExerciseBody',
  alias: 'AliasBody',
  import: 'ImportBody',
  settings: 'SettingsBody',
  measurement: 'MeasurementBody',
  block: 'BlockBody',
  comment: 'CommentBody',
  proposal: 'ProposalBody',
}
