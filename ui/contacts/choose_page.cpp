// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contacts/choose_page.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

#include "ui/theme/tokens.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/label.h"

namespace heliograph::ui {

namespace {

Label* wrappedHint(const QString& text, Ink ink) {
  auto* label = new Label(text, TypeRole::Body, ink);
  label->setTextFormat(Qt::PlainText);
  label->setWordWrap(true);
  return label;
}

}  // namespace

ChoosePage::ChoosePage(QWidget* parent)
    : QWidget(parent), m_path(new QLineEdit), m_problem(wrappedHint({}, Ink::Problem)) {
  m_path->setObjectName(QStringLiteral("import.file"));
  m_path->setAccessibleName(tr("File"));
  m_path->setPlaceholderText(tr("Path of a file"));
  m_problem->setObjectName(QStringLiteral("import.problem"));
  m_problem->hide();
  connect(m_path, &QLineEdit::textChanged, this, &ChoosePage::pathChanged);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins({});
  column->setSpacing(size::Medium);
  column->addWidget(new Label(tr("Where are the contacts?"), TypeRole::Title));
  column->addWidget(wrappedHint(tr("In a spreadsheet (.xlsx, .ods), a text file (CSV) or JSON, one contact a row. "
                                   "Nothing is written before you have seen what would happen."),
                                Ink::Text2));
  column->addWidget(makeDropArea());
  column->addWidget(m_path);
  column->addWidget(m_problem);
  column->addStretch();
}

QWidget* ChoosePage::makeDropArea() {
  auto* choose = new Button(tr("Choose a file…"), ButtonRole::Plain, Icon::Folder);
  choose->setObjectName(QStringLiteral("import.choose"));
  choose->setAutoDefault(false);
  auto* paste = new Button(tr("Paste from the clipboard"), ButtonRole::Plain, Icon::Copy);
  paste->setObjectName(QStringLiteral("import.paste"));
  paste->setAutoDefault(false);
  connect(choose, &Button::clicked, this, &ChoosePage::browse);
  connect(paste, &Button::clicked, this, &ChoosePage::pasteRequested);
  auto* hint = wrappedHint(
      tr("Drop a file here, or copy cells in Excel, LibreOffice or Google Sheets and press Ctrl+V."), Ink::Text2);
  hint->setAlignment(Qt::AlignCenter);
  auto* buttons = new QHBoxLayout;
  buttons->setSpacing(size::Small);
  buttons->addStretch();
  buttons->addWidget(choose);
  buttons->addWidget(paste);
  buttons->addStretch();
  auto* card = new Card;
  card->setBorder(Card::Border::Dashed);
  card->setPadding(size::Wide);
  card->body()->setSpacing(size::Medium);
  card->body()->addWidget(hint);
  card->body()->addLayout(buttons);
  return card;
}

QString ChoosePage::path() const {
  return m_path->text().trimmed();
}

void ChoosePage::setPath(const QString& path) {
  m_path->setText(path);
}

void ChoosePage::setProblem(const QString& words) {
  m_problem->setText(words);
  m_problem->setVisible(!words.isEmpty());
}

void ChoosePage::browse() {
  auto* dialog = new QFileDialog(
      this, tr("Choose a file"), {},
      tr("Spreadsheets and tables (*.xlsx *.xlsm *.ods *.csv *.tsv *.txt *.json *.jsonl);;All files (*)"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(QFileDialog::ExistingFile);
  connect(dialog, &QFileDialog::fileSelected, this, &ChoosePage::chosen);
  dialog->open();
}

}  // namespace heliograph::ui
