import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { isRightAnswer } from '../../../../src/lessons/answers.ts';
import type { Question } from '../../../../src/lessons/contract.ts';
import classes from './LessonTab.module.css';

export interface QuestionCardProps {
  readonly question: Question;
  /** What was answered last; empty before. */
  readonly answer: string;
  readonly onAnswer: (answer: string) => void;
}

/** A question: a wrong answer gets the hint, a right one the reason. */
export function QuestionCard({ question, answer, onAnswer }: QuestionCardProps) {
  const [text, setText] = useState(answer);
  const right = answer !== '' && isRightAnswer(question, answer);
  return (
    <form
      className={classes.question}
      onSubmit={(event) => {
        event.preventDefault();
        onAnswer(text.trim());
      }}
    >
      <TextInput
        label={question.prompt}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
        }}
        rightSection={
          <Button type="submit" variant="subtle" disabled={text.trim() === ''}>
            Check
          </Button>
        }
        rightSectionWidth={72}
      />
      <p role="status" data-right={right || undefined} className={classes.verdict}>
        {answer === '' ? '' : right ? `Right. ${question.because}` : `Not yet. ${question.hint}`}
      </p>
    </form>
  );
}
