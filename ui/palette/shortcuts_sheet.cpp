// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/palette/shortcuts_sheet.h"

#include <QDialogButtonBox>
#include <QScrollArea>
#include <QVBoxLayout>

#include "ui/palette/menu_words.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/label.h"

namespace heliograph::ui {

namespace {
constexpr QSize kSheetSize{820, 620};

QString native(const char* keys) {
  return QKeySequence(QString::fromLatin1(keys)).toString(QKeySequence::NativeText);
}
}  // namespace

ShortcutsSheet::ShortcutsSheet(const ActionCollection& actions, QWidget* parent) : QDialog(parent) {
  setObjectName(QStringLiteral("shortcuts"));
  setWindowTitle(tr("Keyboard shortcuts"));
  resize(kSheetSize);
  auto* sheet = new QWidget;
  auto* row = new QHBoxLayout(sheet);
  row->setSpacing(size::PageX);
  row->setContentsMargins(size::PageX, size::PageY, size::PageX, size::PageY);
  for (QVBoxLayout*& column : m_columns) {
    column = new QVBoxLayout;
    column->setSpacing(size::Tiny);
    row->addLayout(column, 1);
  }
  addActions(actions);
  addGroup(tr("Message"), {{tr("Personalise"), {QStringLiteral("@")}},
                           {tr("Change the pill that is marked"), {native("Return")}},
                           {tr("Put in a link, or change the one at the caret"), {native("Ctrl+L")}},
                           {tr("Put in an emoji"), {native("Ctrl+.")}},
                           {tr("What is wrong here, and what mends it"), {native("Alt+Return")}},
                           {tr("Source of the message, and back"), {native("Ctrl+Shift+M")}},
                           {tr("Find in the source"), {native("Ctrl+F")}},
                           {tr("Replace in the source"), {native("Ctrl+H")}},
                           {tr("Next place found, and the one before"), {native("F3"), native("Shift+F3")}},
                           {tr("Complete the word in the source"), {native("Ctrl+Space")}}});
  addGroup(tr("Lists"), {{tr("Open what is marked"), {native("Return")}},
                         {tr("What can be done with it"), {native("Menu"), native("Shift+F10")}},
                         {tr("Move a provider of a group"), {native("Alt+Up"), native("Alt+Down")}}});
  addGroup(tr("Rules"), {{tr("Move a rule, also into a group and out"), {native("Alt+Up"), native("Alt+Down")}},
                         {tr("Put a rule into a group, or take it out"), {native("Alt+Right"), native("Alt+Left")}},
                         {tr("Switch a rule off, and on again"), {native("Ctrl+/")}},
                         {tr("Duplicate a rule"), {native("Ctrl+Shift+D")}},
                         {tr("Delete a rule"), {native("Ctrl+Del")}}});
  addGroup(tr("Everywhere"), {{tr("Close what opened last"), {native("Esc")}}});
  for (QVBoxLayout* column : m_columns) column->addStretch();

  auto* scroll = new QScrollArea;
  scroll->setWidget(sheet);
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setAccessibleName(windowTitle());
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  auto* all = new QVBoxLayout(this);
  all->setContentsMargins(0, 0, 0, size::Large);
  all->addWidget(scroll, 1);
  buttons->setContentsMargins(size::PageX, 0, size::PageX, 0);
  all->addWidget(buttons);
}

void ShortcutsSheet::addActions(const ActionCollection& actions) {
  QStringList menus;
  QHash<QString, QList<Line>> lines;
  for (QAction* action : actions.all()) {
    QStringList keys;
    for (const QKeySequence& key : action->shortcuts()) keys << key.toString(QKeySequence::NativeText);
    keys.removeAll(QString());
    const QString menu = menuOf(*action);
    if (keys.isEmpty() || menu.isEmpty()) continue;
    if (!lines.contains(menu)) menus << menu;
    lines[menu] << Line{plainWords(action->text()), keys};
  }
  for (const QString& menu : menus) addGroup(menu, lines.value(menu));
}

void ShortcutsSheet::addGroup(const QString& title, const QList<Line>& lines) {
  const int column = m_heights[0] <= m_heights[1] ? 0 : 1;
  m_heights[column] += 2 + static_cast<int>(lines.size());
  auto* heading = new Label(title, TypeRole::Label, Ink::Text2);
  heading->setContentsMargins(0, size::Medium, 0, size::Tiny);
  m_columns[column]->addWidget(heading);
  for (const Line& line : lines) {
    auto* row = new QHBoxLayout;
    row->setSpacing(size::Tiny);
    auto* words = new Label(line.words);
    words->setWordWrap(true);
    row->addWidget(words, 1);
    for (const QString& keys : line.keys) row->addWidget(new Chip(keys, Tone::Neutral));
    m_columns[column]->addLayout(row);
  }
}

}  // namespace heliograph::ui
