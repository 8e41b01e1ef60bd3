/** Written by `make generated` from content/messages/en/builder-fields.ftl: change that file. */

export const program = {
  'name': `Name`,
  'note': `Description`,
  'goal': `Goal`,
  'level': `Level`,
  'evidence': `What the evidence says`,
  'equipment': `Equipment`,
  'weeks': `Weeks per cycle`,
  'cycles': `Number of cycles`,
  'days_per_week': `Days per week`,
  'schedule': `Schedule`,
  'round': `Round loads`,
  'muscle_limits': `Maximum sets per week, by muscle`,
  'sources': `Sources`,
  'unknown': `Open questions`,
} as const
export const source = {
  'title': `Title`,
  'address': `Address`,
  'read': `Date read`,
} as const
export const question = {
  'id': `Short ID`,
  'words': `Question`,
  'answers': `Answers`,
} as const
export const lift = {
  'id': `Short ID`,
  'name': `Name on screen`,
  'exercise': `Exercise`,
  'ladder': `Ladder, easiest first`,
  'keeps': `Progression is based on`,
  'ask': `Starting number`,
  'take': `Start at (% of the starting number)`,
  'start': `Default starting number`,
  'round': `Round loads`,
  'warm_up': `Warm-up sets`,
  'muscle': `Muscle`,
  'setup': `Technique setup`,
  'alternatives': `Alternatives`,
} as const
export const day = {
  'name': `Name of the day`,
  'weeks': `Only in these weeks`,
  'weekday': `Weekday`,
  'note': `Note`,
  'slots': `Exercises`,
} as const
export const slot = {
  'id': `Short ID`,
  'lift': `Lift`,
  'exercise': `Other exercise`,
  'name': `Name on screen`,
  'sets': `Sets`,
  'scheme': `Scheme`,
  'weeks': `Scheme for each week`,
  'stages': `Scheme for each stage`,
  'rest': `Rest (s)`,
  'group': `Superset`,
  'setup': `Technique setup`,
  'setups': `Rotate these setups`,
  'rotate': `Change foot position each cycle`,
  'alternatives': `Alternatives`,
  'note': `Note`,
  'counts': `Rules count this exercise`,
  'optional': `Optional`,
} as const
export const set = {
  'count': `Sets`,
  'reps': `Reps`,
  'amrap': `As many reps as possible`,
  'cap': `Maximum reps`,
  'seconds': `Seconds`,
  'percent': `Load (%)`,
  'of': `Percentage of`,
  'plus': `Plus a fixed load`,
  'kg': `Load (kg)`,
  'lb': `Load (lb)`,
  'rir': `Reps in reserve (RIR)`,
  'rpe': `RPE`,
  'load': `Load from`,
  'rest': `Rest (s)`,
  'kind': `Kind of set`,
  'minutes': `Minutes`,
  'velocity_loss': `Stop at velocity loss (%)`,
  'optional': `Optional`,
} as const
export const rule = {
  'name': `Name of the rule`,
  'lifts': `For the lifts`,
  'slots': `Only for these exercises`,
  'at': `Check after each`,
  'when': `When`,
  'then': `Then`,
} as const
export const when = {
  'made': `All sets completed`,
  'topped': `Top of the rep range reached`,
  'set': `Look at set`,
  'reps_at_least': `Reps at least`,
  'reps_at_most': `Reps at most`,
  'over_at_least': `Reps over target at least`,
  'over_at_most': `Reps over target at most`,
  'sum_at_least': `Total reps at least`,
  'sum_at_most': `Total reps at most`,
  'rir_at_least': `Reps in reserve at least`,
  'rir_at_most': `Reps in reserve at most`,
  'failed': `Sessions missed in a row`,
  'made_in_a_row': `Sessions completed in a row`,
  'stage': `At stage`,
  'week': `In week`,
  'sets_at_least': `Sets at least`,
  'sets_at_most': `Sets at most`,
  'velocity_loss_at_least': `Velocity loss at least (%)`,
  'question': `Question`,
  'answer': `Answer`,
} as const
export const then = {
  'add': `Add`,
  'add_percent': `Add (%)`,
  'deload': `Take off (%)`,
  'per_rep': `Add for each rep over target`,
  'most_reps': `Count at most this many reps`,
  'table': `Table of reps`,
  'by': `The table counts`,
  'set_max': `Set the lift’s number to (%)`,
  'from': `Percentage of`,
  'stage': `Go to stage`,
  'stage_load': `With the last load of that stage`,
  'sets': `Add sets (minus for fewer)`,
  'sets_reset': `Reset the number of sets`,
  'most': `Maximum sets`,
  'least': `Minimum sets`,
  'rung': `Move on the ladder by`,
  'test': `Test in the next session`,
  'hold': `Change nothing`,
} as const
export const row = {
  'reps': `Reps (from, to)`,
  'add': `Add`,
  'add_percent': `Add (%)`,
} as const
export const choices = {
  'program-schedule-sequence': `The next day waits for you`,
  'program-schedule-weekdays': `Fixed weekdays`,
  'program-round-nearest': `To the nearest load`,
  'program-round-down': `Down`,
  'lift-round-nearest': `To the nearest load`,
  'lift-round-down': `Down`,
  'lift-keeps-load': `Working load`,
  'lift-ask-load': `Working load`,
  'lift-warm_up-standard': `Suggested by Iron`,
  'set-load-engine': `Iron’s suggestion`,
  'set-kind-emom': `EMOM`,
  'rule-at-cycle': `Cycle`,
  'then-by-over': `Reps over target`,
  'then-by-sum': `Total reps`,
  'then-from-lifted': `The load lifted`,
  'then-from-estimate': `The estimated 1RM`,
} as const
export const all = `All`
export const none = `None`
export const addSet = `Add a set`
export const addSlot = `Add an exercise`
export const addRow = `Add a row`
export const addLift = `Add a lift`
export const addDay = `Add a day`
export const addRule = `Add a rule`
export const addQuestion = `Add a question`
export const addSource = `Add a source`
export const moreProgram = `Add a detail to the program`
export const moreSet = `Add a detail to this set`
export const moreSlot = `Add a detail to this exercise`
export const moreRow = `Add a detail to this row`
export const moreLift = `Add a detail to this lift`
export const moreDay = `Add a detail to this day`
export const moreRule = `Add a detail to this rule`
export const moreQuestion = `Add a detail to this question`
export const moreSource = `Add a detail to this source`
export const moreWhen = `Add a condition`
export const moreThen = `Add an action`
export const newProgram = `My program`
export const newFirstDay = `Day A`
export const newDay = `Day`
export const newRule = `All sets completed`
export const newTopRule = `Top of the rep range reached`
export const newQuestion = `How did you sleep?`
export const newAnswerGood = `well`
export const newAnswerBad = `badly`
