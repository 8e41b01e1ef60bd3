/** The words of the picker and of the sheet about an exercise. */

export const PICKER = {
  title: 'Add exercises',
  swap: 'Swap to',
  search: 'Search exercises',
  hint: 'Name or muscle',
  recent: 'Recent',
  common: 'Common',
  all: 'All',
  nothing: 'No exercise fits. Take a filter away.',
  noLibrary: 'The library is not on this phone yet. Type a name to add an exercise of your own.',
  byMuscle: 'Filter by muscle',
  byEquipment: 'Filter by equipment',
  inWorkout: 'In this workout',
  yours: 'yours',
  addSuperset: 'Add as a superset',
  describe: 'Describe',
  describeFirst: 'Describe it first: load, muscles, setup',
  add: (count: number) => (count === 1 ? 'Add 1 exercise' : `Add ${count} exercises`),
  addOwn: (name: string) => `Add “${name}” as your own exercise`,
  ownMade: (name: string) => `${name} is added as your own exercise.`,
  inGym: (gym: string) => `In ${gym}`,
  tick: (name: string) => `Select ${name}`,
} as const

export const INFO = {
  about: (name: string) => `About ${name}`,
  guide: 'Read the guide',
  missing: 'Nothing more is known about this exercise here. Open it once while you are online.',
} as const
