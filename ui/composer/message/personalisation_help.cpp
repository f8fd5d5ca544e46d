// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/message/personalisation_help.h"

#include <QCoreApplication>
#include <QVBoxLayout>

#include "ui/widgets/label.h"

namespace heliograph::ui {

namespace {

struct HelpWords {
  Q_DECLARE_TR_FUNCTIONS(heliograph::ui)
};

}  // namespace

Fold* makePersonalisationHelp(int mostParts) {
  auto* fold = new Fold(HelpWords::tr("How personalisation works"), HelpWords::tr("Missing values, length, dates"));
  fold->setObjectName(QStringLiteral("what.help"));
  const QStringList paragraphs{
      HelpWords::tr(
          "Who has no value reads the fallback; without a fallback, nothing in its place. A text that is left empty is "
          "not sent."),
      HelpWords::tr(
          "Values differ in length and in script, so parts can't be told from the message alone: they are counted for "
          "everybody. Texts of more than %1 parts are not sent.")
          .arg(mostParts),
      HelpWords::tr("Dates and numbers read as they were imported. The source can write them otherwise: "
                    "{{ Profile.birthday | date: \"%d %b\" }}."),
      HelpWords::tr("Names count capitals: first_name is not First_name. A value is text: Liquid in it is not run."),
  };
  for (const QString& text : paragraphs) {
    auto* label = new Label(text, TypeRole::Hint, Ink::Text2);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    fold->body()->addWidget(label);
  }
  return fold;
}

}  // namespace heliograph::ui
