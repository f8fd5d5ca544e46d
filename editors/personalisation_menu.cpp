// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "editors/personalisation_menu.h"

#include <QItemSelectionModel>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>
#include <algorithm>
#include <optional>
#include <utility>

#include "editors/floating_panel.h"
#include "editors/property_choice_delegate.h"
#include "editors/property_choice_filter.h"
#include "editors/property_choice_model.h"

namespace heliograph::editors {
namespace {

constexpr int MenuWidth = 330;
constexpr int MaxListHeight = 34 * 7 + 24;
constexpr int MenuPadding = 6;
constexpr int NoteLines = 3;

}  // namespace

PersonalisationMenu::PersonalisationMenu(QWidget* parent)
    : QWidget(parent),
      m_model(new PropertyChoiceModel(this)),
      m_filter(new PropertyChoiceFilter(this)),
      m_list(new QListView(this)),
      m_delegate(new PropertyChoiceDelegate(this)),
      m_empty(new QLabel(this)),
      m_hint(new QLabel(this)),
      m_hintText(tr("Enter inserts it and asks for a fallback")) {
  setFocusPolicy(Qt::NoFocus);
  setAccessibleName(tr("Personalisation"));
  hide();
  m_filter->setSourceModel(m_model);
  m_list->setModel(m_filter);
  m_list->setItemDelegate(m_delegate);
  m_list->setFocusPolicy(Qt::NoFocus);
  m_list->setFrameShape(QFrame::NoFrame);
  m_list->setMouseTracking(true);
  m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_list->setAccessibleName(tr("Properties"));
  m_hint->setWordWrap(true);
  m_empty->setWordWrap(true);
  m_empty->hide();

  auto* column = new QVBoxLayout(this);
  const int edge = ShadowRoom + MenuPadding;
  column->setContentsMargins(edge, edge + 4, edge, edge);
  column->setSpacing(4);
  column->addWidget(m_list);
  column->addWidget(m_empty);
  column->addWidget(m_hint);
  for (QLabel* label : {m_empty, m_hint}) label->setContentsMargins(8, 2, 8, 4);

  connect(m_list, &QListView::entered, m_list, &QListView::setCurrentIndex);
  connect(m_list, &QListView::clicked, this, [this] { chooseCurrent(); });
  connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &PersonalisationMenu::showNote);
  m_hint->setText(m_hintText);
}

void PersonalisationMenu::setTheme(const EditorTheme& theme) {
  m_theme = theme;
  m_delegate->setTheme(theme);
  QPalette own = palette();
  own.setColor(QPalette::Base, theme.ground);
  own.setColor(QPalette::Window, theme.ground);
  own.setColor(QPalette::WindowText, theme.hint);
  setPalette(own);
  m_hint->setFont(theme.hintFont);
  m_empty->setFont(theme.uiFont);
}

void PersonalisationMenu::setChoices(std::vector<PropertyChoice> choices) {
  const QModelIndex marked = m_filter->mapToSource(m_list->currentIndex());
  const std::optional<PropertyChoice> before =
      marked.isValid() ? std::optional(m_model->choice(marked.row())) : std::nullopt;
  const bool chooses = std::exchange(m_chooses, false);
  m_known = true;
  m_model->setChoices(std::move(choices));
  setFilter(m_filter->text());
  if (before) mark(*before);
  if (chooses) chooseCurrent();
}

void PersonalisationMenu::awaitChoices() {
  m_model->setChoices({});
  m_known = false;
  setFilter(m_filter->text());
}

void PersonalisationMenu::mark(const PropertyChoice& choice) {
  for (int row = 0; row < m_filter->rowCount(); ++row) {
    const PropertyChoice& one = m_model->choice(m_filter->mapToSource(m_filter->index(row, 0)).row());
    if (one.root == choice.root && one.name == choice.name) return m_list->setCurrentIndex(m_filter->index(row, 0));
  }
}

void PersonalisationMenu::openAt(const QRect& anchor, QWidget* window) {
  // A part of the window rather than a window of its own: those have black edges where nothing blends windows together.
  if (parentWidget() != window) setParent(window);
  setFilter(QString());
  m_anchor = QRect(window->mapFromGlobal(anchor.topLeft()), anchor.size());
  fitToRows();
  show();
  raise();
}

bool PersonalisationMenu::setFilter(const QString& text) {
  if (text != m_filter->text()) m_chooses = false;
  m_filter->setText(text);
  const int rows = m_filter->rowCount();
  m_list->setCurrentIndex(m_filter->index(0, 0));
  m_list->scrollToTop();
  m_list->setVisible(rows > 0);
  m_hint->setVisible(rows > 0);
  m_empty->setVisible(rows == 0);
  m_empty->setText(!m_known                   ? tr("Reading what people have…")
                   : m_model->rowCount() == 0 ? tr("Nobody has properties yet. Import a spreadsheet with more columns.")
                                              : tr("No property has “%1” in its name.").arg(text));
  if (isVisible()) fitToRows();
  return rows > 0 || !m_known;
}

int PersonalisationMenu::count() const {
  return m_filter->rowCount();
}

void PersonalisationMenu::setHint(const QString& text) {
  m_hintText = text;
  showNote();
}

void PersonalisationMenu::showNote() {
  const QModelIndex index = m_filter->mapToSource(m_list->currentIndex());
  const QString note = index.isValid() ? m_model->choice(index.row()).note : QString();
  m_hint->setText(note.isEmpty() ? m_hintText : note);
  // Rows with notes of different length would make the menu jump.
  const int lines = note.isEmpty() ? 1 : NoteLines;
  m_hint->setMinimumHeight(m_hint->fontMetrics().lineSpacing() * lines + 6);
  m_hint->setAlignment(Qt::AlignLeading | Qt::AlignTop);
}

void PersonalisationMenu::fitToRows() {
  int height = 2;
  for (int row = 0; row < m_filter->rowCount() && height < MaxListHeight; ++row) height += m_list->sizeHintForRow(row);
  m_list->setFixedHeight(std::min(height, MaxListHeight));
  const int width = MenuWidth + 2 * ShadowRoom;
  setFixedWidth(width);
  layout()->activate();
  const QSize wanted(
      width, layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width) : layout()->totalSizeHint().height());
  setFixedHeight(wanted.height());
  move(placeBelow(m_anchor, wanted, parentWidget()->rect()));
}

void PersonalisationMenu::moveCurrent(int rows) {
  const int count = m_filter->rowCount();
  if (count == 0) return;
  const int row = ((m_list->currentIndex().row() + rows) % count + count) % count;
  m_list->setCurrentIndex(m_filter->index(row, 0));
}

bool PersonalisationMenu::chooseCurrent() {
  m_chooses = !m_known && isVisible();
  if (m_chooses) return true;
  const QModelIndex index = m_filter->mapToSource(m_list->currentIndex());
  if (!index.isValid()) return false;
  const PropertyChoice choice = m_model->choice(index.row());
  hide();
  Q_EMIT chosen(choice);
  return true;
}

void PersonalisationMenu::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  paintFloatingPanel(&painter, rect(), m_theme);
}

void PersonalisationMenu::hideEvent(QHideEvent* event) {
  QWidget::hideEvent(event);
  m_chooses = false;
  Q_EMIT closed();
}

}  // namespace heliograph::editors
