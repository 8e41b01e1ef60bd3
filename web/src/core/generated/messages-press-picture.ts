/** Written by `make generated` from content/messages/en/press-picture.ftl: change that file. */

type Value = string | number

export const feet = `Feet`
export const feetSpoken = `centimetres above the line through the hip`
export const depth = `Depth`
export const depthSpoken = `degrees of knee bend at the bottom`
export const load = `Load`
export const loadSpoken = `kilograms of plates`
export const steering = `How you push, as assumed`
export const steeringSpoken = `percent of the way from along the rail to toward the hip`
export const railAngle = `Rail angle`
export const aboveHorizontal = `degrees above horizontal`
export const backPad = `Back pad`
export const plateTilt = `Plate tilt`
export const plateTiltSpoken = `degrees from square to the rail`
export const sled = `Sled`
export const sledSpoken = `kilograms without plates`
export const friction = `Friction`
export const frictionSpoken = `percent of the force across the rail`
export const height = `Your height`
export const centimetres = `centimetres`
export const mass = `Your mass`
export const kilograms = `kilograms`
export const top = `Top of the press`
export const topSpoken = `degrees of knee bend at the top`
export const mustBeNumber = ({ label, low, high, unit }: { label: Value; low: Value; high: Value;
    unit: Value }) =>
  `${label} must be a number between ${low} and ${high}${unit}.`
export const hip = `Hip`
export const knee = `Knee`
export const ankle = `Ankle`
export const drag = `Drag the feet or the sled, or move a slider, to see what changes.`
export const pastPoint = `Your depth is past this point.`
export const inRange = `Your depth is in this range.`
export const asTable = `Show as a table`
export const evidence = `Evidence`
export const pelvis = `Pelvis`
export const heel = `Heel`
export const rowFeet = `Feet above the line through the hip`
export const rowKnee = `Knee bend, bottom to top`
export const rowThigh = `Thigh against trunk at the bottom`
export const rowAnkle = `Ankle bend at the bottom`
export const rowForce = `Force along the rail`
export const rowStroke = `Stroke`
export const rowWork = `Work into sled and friction`
export const rowHipWork = `Hip work, by how you push`
export const rowKneeWork = `Knee work, by how you push`
export const rowAnkleWork = `Ankle work, by how you push`
export const rowBackward = `Backward push on the knee at the top`
export const model = `The press as a model`
export const mechanics = `mechanics`
export const stop = `Stop`
export const alongRail = `along the rail`
export const stroke = `stroke`
export const workAPress = `work per press`
export const momentBottom = `Moment at the bottom`
export const momentWay = `Moment on the way`
export const shareOfWork = `Share of the work`
export const towardHip = `toward the hip`
export const steeringWhy = `You can direct your force along the rail or toward the hip, and the machine ` +
    `cannot tell. So every bar is a range. This slider moves the mark inside it.`
export const machineBody = `Machine and body`
export const tryItOut = `Try it out`
export const eachLeg = `each leg, pushing slowly`
export const ofOnePress = `of one press`
export const scene = `Lifter and sled, to scale`
export const dragSled = `Depth: drag the sled`
export const dragFeet = `Feet on the plate: drag them`
export const weighSled = `Weigh the sled yourself`
export const theRail = `The rail.`
export const theSled = `The sled.`
export const theStroke = `The stroke.`
export const theSledSteps = `Take all plates off. Hook a luggage scale to the sled and pull along the ` +
    `rail: slowly up, then let it slowly down. Read the scale while it moves, never while it starts.`
export const theStrokeSteps = `Stick tape along the rail. Mark the bottom and the top of a press, and ` +
    `measure the centimetres between.`
export const readingsApart = `The two readings are too far apart. Pull slowly, and read the scale while ` +
    `the sled moves.`
export const liesOutside = ({ label, value, low, high, nearest }: { label: Value; value: Value;
    low: Value; high: Value; nearest: Value }) =>
  `${label}: ${value} is outside ${low} to ${high}. The nearest possible value is ${nearest}.`
export const less = ({ label }: { label: Value }) =>
  `${label}: less`
export const more = ({ label }: { label: Value }) =>
  `${label}: more`
export const labelIn = ({ label, unit }: { label: Value; unit: Value }) =>
  `${label} in ${unit}`
export const room = `has room at any depth.`
export const may = ({ what, possible }: { what: Value; possible: Value }) =>
  `may ${what} from ${possible}° of knee bend.`
export const mayLikely = ({ what, possible, likely }: { what: Value; possible: Value; likely: Value }) =>
  `may ${what} from ${possible}° of knee bend, likely from ${likely}°.`
export const rollOff = `roll off the pad`
export const lift = `lift`
export const rowForceValue = ({ newton, kilograms }: { newton: Value; kilograms: Value }) =>
  `${newton} N, as much as ${kilograms} kg straight up`
export const rowWorkValue = ({ sled, friction }: { sled: Value; friction: Value }) =>
  `${sled} J and ${friction} J`
export const rowKneeValue = ({ bottom, top }: { bottom: Value; top: Value }) =>
  `${bottom}° to ${top}°`
export const rowBackwardValue = ({ moment }: { moment: Value }) =>
  `${moment} N·m each leg`
export const nearStraight = `Near straight`
export const nearStraightNote = ({ moment, top, from }: { moment: Value; top: Value; from: Value }) =>
  `the plate may push the knee backward, by ${moment} N·m a leg at ${top}°, from ${from}° on at most. Stop ` +
    `just before your knees are straight.`
export const modelWhy = `This is a model, not a measurement. Sled, rail and lengths are exact. The share ` +
    `of each joint is a range.`
export const untilThen = `Photograph the machine from the side with the phone level, and lay a protractor ` +
    `along the rail. Type the angle above; until then, Iron uses 45°.`
export const railSteps = `Photograph the machine from the side with the phone level, and lay a protractor ` +
    `along the rail. Type the angle above.`
export const upIn = ({ unit }: { unit: Value }) =>
  `Up, ${unit}`
export const downIn = ({ unit }: { unit: Value }) =>
  `Down, ${unit}`
export const sledWeighs = ({ sled, unit, percent }: { sled: Value; unit: Value; percent: Value }) =>
  `The sled weighs ${sled} ${unit}. Friction takes ${percent} % of the force across the rail.`
export const useBoth = ({ sled, unit, percent }: { sled: Value; unit: Value; percent: Value }) =>
  `Use ${sled} ${unit} and ${percent} % friction`
export const strokeCm = `Stroke, cm`
export const bendAbout = ({ height, degrees }: { height: Value; degrees: Value }) =>
  `For ${height} m that is about ${degrees}° of knee bend at the bottom, give or take 5. Note it as your ` +
    `depth.`
export const sledGuess = ({ sled, low, high, effective }: { sled: Value; low: Value; high: Value;
    effective: Value }) =>
  `The sled of ${sled} kg is a guess: with ${low} to ${high} kg it is ${effective} kg along the rail.`
export const withFriction = ({ percent, up, down }: { percent: Value; up: Value; down: Value }) =>
  `With the friction of ${percent} % you press ${up} kg and lower ${down} kg.`
export const depthNow = ({ degrees }: { degrees: Value }) =>
  `${degrees} degrees of knee bend at the bottom`
export const feetNow = ({ centimetres }: { centimetres: Value }) =>
  `${centimetres} centimetres above the line through the hip`
export const kneeAngle = ({ degrees }: { degrees: Value }) =>
  `knee ${degrees}°`
export const hipAngle = ({ degrees }: { degrees: Value }) =>
  `hip ${degrees}°`
export const ankleAngle = ({ degrees }: { degrees: Value }) =>
  `ankle ${degrees}°`
export const onePress = `One press`
