// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/quit_dialog.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include "ui/theme/tokens.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/separator.h"

namespace heliograph::ui {

namespace {

constexpr int kQuitWidth = 560;

Label* wrappedLine(const QString& text, TypeRole role, Ink ink) {
  auto* label = new Label(text, role, ink);
  label->setTextFormat(Qt::PlainText);
  label->setWordWrap(true);
  return label;
}

QString backgroundWords(const delivery::Outlook& outlook, QuitDialog::Background background) {
  if (background == QuitDialog::Background::Minimised) {
    return QuitDialog::tr("There is no tray here, so the window is only minimised. Everything goes on meanwhile.");
  }
  return delivery::backgroundSentence(outlook) + u' ' +
         QuitDialog::tr("The icon in the tray shows how far it is, and opens the window again.");
}

}  // namespace

QuitDialog::QuitDialog(const delivery::Outlook& outlook, Background background, QWidget* parent) : QDialog(parent) {
  const bool sending = !outlook.sending.empty();
  setObjectName(QStringLiteral("quit.dialog"));
  setWindowTitle(tr("Close Heliograph"));
  setMinimumWidth(kQuitWidth);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(size::Wide, size::Wide, size::Wide, size::Wide);
  column->setSpacing(size::Medium);
  column->addWidget(
      wrappedLine(sending ? tr("Something is being sent") : tr("Something is due"), TypeRole::Title, Ink::Text));
  for (const QString& sentence : delivery::outlookSentences(outlook)) {
    column->addWidget(wrappedLine(sentence, TypeRole::Body, Ink::Text));
  }
  column->addWidget(new Separator);
  if (background != Background::Nowhere) {
    column->addWidget(makeChoice(sending ? tr("Keep sending in the background") : tr("Keep running in the background"),
                                 backgroundWords(outlook, background)));
  }
  column->addWidget(makeChoice(tr("Quit and go on later"), delivery::quitSentence(outlook)));
  column->addSpacing(size::Small);
  column->addWidget(makeButtons(sending, background));
  const char* first = background == Background::Nowhere ? "quit.later" : "quit.background";
  findChild<Button*>(QLatin1String(first))->setFocus();
}

QWidget* QuitDialog::makeChoice(const QString& title, const QString& words) {
  auto* choice = new QWidget;
  auto* column = new QVBoxLayout(choice);
  column->setContentsMargins({});
  column->setSpacing(2);
  column->addWidget(wrappedLine(title, TypeRole::Label, Ink::Text));
  column->addWidget(wrappedLine(words, TypeRole::Body, Ink::Text2));
  return choice;
}

QWidget* QuitDialog::makeButtons(bool sending, Background background) {
  auto* cancel = new Button(tr("Cancel"), ButtonRole::Quiet);
  cancel->setObjectName(QStringLiteral("quit.cancel"));
  auto* later = new Button(tr("Quit and go on later"));
  later->setObjectName(QStringLiteral("quit.later"));
  auto* stay = new Button(background == Background::Minimised ? tr("Minimise and go on")
                          : sending                           ? tr("Keep sending in the background")
                                                              : tr("Keep running in the background"),
                          ButtonRole::Primary);
  stay->setObjectName(QStringLiteral("quit.background"));
  for (Button* button : {cancel, later}) button->setAutoDefault(false);
  stay->setDefault(true);
  stay->setVisible(background != Background::Nowhere);
  connect(cancel, &Button::clicked, this, &QDialog::reject);
  connect(later, &Button::clicked, this, [this] { choose(Choice::Quit); });
  connect(stay, &Button::clicked, this, [this] { choose(Choice::Background); });
  auto* buttons = new QWidget;
  auto* row = new QHBoxLayout(buttons);
  row->setContentsMargins({});
  row->setSpacing(size::Small);
  row->addWidget(cancel);
  row->addStretch();
  row->addWidget(later);
  row->addWidget(stay);
  return buttons;
}

void QuitDialog::choose(Choice choice) {
  accept();
  Q_EMIT chosen(choice);
}

}  // namespace heliograph::ui
