import { csv, day, isoDay, round, tally } from './formats.mjs';
import { createStream } from './random.mjs';

const from = Date.UTC(2026, 2, 1);
const weights = { product: 1.1, delivery: 0.9, service: 0.6, website: 0.25, price: 0.1 };
const touchpoints = Object.keys(weights);
const segments = {
  new: { response: 0.18, lift: -0.5 },
  regular: { response: 0.34, lift: 0 },
  loyal: { response: 0.62, lift: 0.7 },
};
const base = 7.3;
const noise = 0.8;
const channels = [
  ['email', 70],
  ['sms', 20],
  ['web', 10],
];
const praise = {
  product: 'The gear is great',
  delivery: 'It came quickly',
  service: 'The staff were kind',
  website: 'The site is easy',
  price: 'Prices are fair',
};
const blame = {
  product: 'The gear broke',
  delivery: 'It came late',
  service: 'Nobody answered me',
  website: 'The site is slow',
  price: 'Too expensive',
};

/** One invitation to each customer to say how likely they are to recommend the shop, 0 to 10; most never answer. */
export function makeSurvey({ customers }) {
  const stream = createStream('survey');
  const invitations = stream.shuffle(customers).map((customer, index) => {
    const ratings = touchpoints.map(() =>
      stream.weighted([
        [1, 5],
        [2, 12],
        [3, 28],
        [4, 35],
        [5, 20],
      ]),
    );
    const { response, lift } = segments[customer.segment];
    const latent =
      base +
      lift +
      touchpoints.reduce((sum, name, at) => sum + weights[name] * (ratings[at] - 3.5), 0) +
      stream.normal(0, noise);
    const invited = from + stream.between(0, 89) * day;
    const isAnswered = stream.chance(response);
    const comment = stream.chance(0.6) ? verbatim(ratings) : undefined;
    const answered = invited + stream.between(0, 6) * day;
    return {
      id: `NPS-${String(index + 1).padStart(5, '0')}`,
      customer,
      ratings,
      score: Math.min(10, Math.max(0, Math.round(latent))),
      invited,
      answered,
      isAnswered,
      comment,
      channel: stream.weighted(channels),
    };
  });
  const answers = invitations.filter(({ isAnswered }) => isAnswered);
  const bySegment = (list, of) =>
    Object.fromEntries(
      Object.keys(segments).map((segment) => [
        segment,
        of(list.filter(({ customer }) => customer.segment === segment)),
      ]),
    );
  return {
    files: {
      'nps_survey.csv': csv(
        [
          'response_id',
          'customer_id',
          'segment',
          'channel',
          'invited_on',
          'answered_on',
          'score',
          ...touchpoints.map((name) => `${name}_rating`),
          'verbatim',
        ],
        invitations.map(row),
      ),
    },
    truths: {
      'nps_survey.csv': {
        invitations: invitations.length,
        responses: answers.length,
        promoters: answers.filter(({ score }) => score >= 9).length,
        passives: answers.filter(({ score }) => score === 7 || score === 8).length,
        detractors: answers.filter(({ score }) => score <= 6).length,
        nps: npsOf(answers),
        npsBySegment: bySegment(answers, npsOf),
        npsWeightedByInvitations: round(
          Object.values(bySegment(answers, npsOf)).reduce(
            (sum, nps, at) => sum + nps * Object.values(bySegment(invitations, (list) => list.length))[at],
            0,
          ) / invitations.length,
          2,
        ),
        npsIfAllHadAnswered: npsOf(invitations),
        responsesBySegment: bySegment(answers, (list) => list.length),
        responseProbabilityBySegment: Object.fromEntries(
          Object.entries(segments).map(([segment, { response }]) => [segment, response]),
        ),
        responsesByChannel: tally(answers, ({ channel }) => channel),
        weightsOfRatingsBeforeRounding: weights,
      },
    },
  };
}

function npsOf(list) {
  const net = list.filter(({ score }) => score >= 9).length - list.filter(({ score }) => score <= 6).length;
  return round((100 * net) / list.length, 4);
}

function verbatim(ratings) {
  const high = Math.max(...ratings);
  const low = Math.min(...ratings);
  const parts = [
    ...(high >= 4 ? [praise[touchpoints[ratings.indexOf(high)]]] : []),
    ...(low <= 2 ? [blame[touchpoints[ratings.indexOf(low)]]] : []),
  ];
  return parts.length === 0 ? 'It was all right.' : `${parts.join('. ')}.`;
}

function row({ id, customer, channel, invited, answered, isAnswered, score, ratings, comment }) {
  const answer = isAnswered ? [isoDay(answered), score, ...ratings, comment] : [];
  const fields = [id, customer.id, customer.segment, channel, isoDay(invited), ...answer];
  return Array.from({ length: 8 + touchpoints.length }, (_, index) => fields[index]);
}
