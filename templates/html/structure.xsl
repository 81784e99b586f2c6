<?xml version="1.0" encoding="UTF-8"?>
<!-- structure.xsl: the cover, and everything that has a heading of its own. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:f="urn:bluebook:findings"
                xmlns:r="urn:bluebook:resolved"
                xmlns:w="urn:bluebook:word"
                xmlns="http://www.w3.org/1999/xhtml"
                exclude-result-prefixes="f r w">

  <xsl:template match="r:cover">
    <div class="cover">
      <div class="frame">
        <xsl:variable name="facts" select="r:line[@r:kind = 'inspected' or @r:kind = 'published'
                                           or @r:kind = 'isbn']"/>
        <xsl:apply-templates select="r:line[count(. | $facts) != count($facts)]"/>
        <div class="cover-facts"><xsl:apply-templates select="$facts"/></div>
      </div>
    </div>
  </xsl:template>

  <xsl:template match="r:line">
    <p class="cover-{@r:kind}"><xsl:apply-templates/></p>
  </xsl:template>

  <xsl:template match="r:line[@r:kind = 'title']">
    <h1><xsl:apply-templates/></h1>
  </xsl:template>

  <xsl:template match="f:foreword | f:acknowledgements | f:abbreviations | f:imprint | f:key-facts">
    <section class="front {local-name()}">
      <xsl:call-template name="common"/>
      <xsl:apply-templates select="*"/>
      <xsl:call-template name="notes"/>
    </section>
  </xsl:template>

  <xsl:template match="r:signature">
    <p class="signature">
      <span class="signature-name"><xsl:apply-templates select="r:name/node()"/></span>
      <br/>
      <span class="signature-post"><xsl:apply-templates select="r:post/node()"/></span>
      <xsl:if test="r:date">
        <br/>
        <span class="signature-date"><xsl:value-of select="r:date"/></span>
      </xsl:if>
    </p>
  </xsl:template>

  <xsl:template match="r:date">
    <p class="date"><xsl:apply-templates/></p>
  </xsl:template>

  <xsl:template match="f:part | f:chapter | f:section | f:appendix">
    <section class="{local-name()}">
      <xsl:if test="@r:paragraphs">
        <xsl:attribute name="class">
          <xsl:value-of select="concat(local-name(), ' ', @r:paragraphs, '-paragraphs')"/>
        </xsl:attribute>
      </xsl:if>
      <xsl:call-template name="common"/>
      <xsl:choose>
        <xsl:when test="r:divider">
          <div class="divider"><xsl:apply-templates select="f:title | r:divider"/></div>
          <xsl:apply-templates select="*[not(self::f:title or self::r:divider)]"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:apply-templates select="*"/>
        </xsl:otherwise>
      </xsl:choose>
      <xsl:if test="not(self::f:part or self::f:section)"><xsl:call-template name="notes"/></xsl:if>
    </section>
  </xsl:template>

  <!-- What a chapter holds, on the page that opens it. -->
  <xsl:template match="r:divider">
    <xsl:if test="r:entry">
      <ul role="list" class="divider-list">
        <xsl:for-each select="r:entry">
          <li><a href="#{@to}"><xsl:call-template name="heading-words"/></a></li>
        </xsl:for-each>
      </ul>
    </xsl:if>
  </xsl:template>

  <!-- The heading of what it stands in, and beside it the link to that. -->
  <xsl:template match="f:title">
    <div class="heading">
      <xsl:element name="h{../@r:level}">
        <xsl:call-template name="heading-words"/>
      </xsl:element>
      <xsl:apply-templates select=".." mode="anchor"/>
    </div>
  </xsl:template>

  <!-- "1.1 General criterion: Preparing for sentence", of a title or an entry of the contents. -->
  <xsl:template name="heading-words">
    <xsl:if test="@r:number">
      <span class="number"><xsl:value-of select="@r:number"/></span>
      <xsl:text> </xsl:text>
    </xsl:if>
    <xsl:if test="@r:lead">
      <span class="lead"><xsl:value-of select="@r:lead"/></span>
      <xsl:text> </xsl:text>
    </xsl:if>
    <xsl:apply-templates/>
  </xsl:template>

  <!-- Mode "anchor": the link by which an element can be passed on. -->
  <xsl:template match="*[@id]" mode="anchor">
    <xsl:variable name="name">
      <xsl:choose>
        <xsl:when test="@r:label and not(self::f:good-practice)">
          <xsl:value-of select="@r:label"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:value-of select="normalize-space((f:title | f:caption | f:figcaption)[1])"/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:call-template name="anchor">
      <xsl:with-param name="name" select="w:text('page-link', $name)"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Every criterion has its strengths: the link names both. -->
  <xsl:template match="r:items" mode="anchor">
    <xsl:call-template name="anchor">
      <xsl:with-param name="name" select="w:text('page-link-of', f:title, ../@r:label)"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="anchor">
    <xsl:param name="name"/>
    <a class="anchor" href="#{@id}" aria-label="{$name}" data-furniture="anchor">#</a>
  </xsl:template>

  <xsl:template match="*" mode="anchor"/>

</xsl:stylesheet>
