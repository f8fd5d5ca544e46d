// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/people/people_questions.h"

#include "ui/people/people_desk.h"

namespace heliograph::ui {

using audience::Profile;

QuestionCard::Words unsubscribeQuestion(const std::vector<Profile>& people) {
  QuestionCard::Words words;
  words.title = QuestionCard::tr("Unsubscribe %1?").arg(whoWords(people));
  const QString number = people.size() == 1 ? people.front().phone : QString();
  words.text = number.isEmpty() ? QuestionCard::tr(
                                      "No campaign texts them any more, nor anybody else with the same number. What "
                                      "waits to be sent to them is left out.")
                                : QuestionCard::tr(
                                      "No campaign texts %1 any more, whoever else has this number. What waits to be "
                                      "sent to it is left out.")
                                      .arg(number);
  words.yes = QuestionCard::tr("Unsubscribe");
  return words;
}

QuestionCard::Words resubscribeQuestion(const std::vector<Profile>& people) {
  QuestionCard::Words words;
  words.title = QuestionCard::tr("Text %1 again?").arg(whoWords(people));
  words.text = QuestionCard::tr(
      "Only if they asked for it: the opt-out of the person and of the number is lifted, "
      "and campaigns reach them from now on. If they opted out by answering a text, the "
      "provider may refuse until they answer START.");
  words.yes = QuestionCard::tr("Subscribe again");
  return words;
}

QuestionCard::Words removeQuestion(const std::vector<Profile>& people) {
  QuestionCard::Words words;
  words.title = QuestionCard::tr("Delete %1 with everything?").arg(whoWords(people));
  words.text = QuestionCard::tr(
      "Properties, events, devices, consents and places on lists are deleted for good. "
      "Reports keep their sums, without name, number and text. An opt-out is kept as a "
      "fingerprint, so that nobody is texted against their will when imported again. Files "
      "you imported or exported are not touched.");
  words.yes = QuestionCard::tr("Delete for good");
  words.dangerous = true;
  if (people.size() > 1) words.typed = static_cast<int>(people.size());
  return words;
}

}  // namespace heliograph::ui
